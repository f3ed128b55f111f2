/**
 * Confidence is how often such evidence was right on phrasings that were held back, so each threshold is a price:
 * 0.5 says that a wrong answer costs as much as a missed one, 0.67 that it costs twice as much.
 */
export const thresholds = {
  /** A missed cry for help costs more than lines that nobody needed. */
  crisis: 0.4,
  human: 0.5,
  'own-case': 0.5,
  decision: 0.5,
  talk: 0.5,
  /** Answer. */
  answer: 0.5,
  /** Below `answer` and above this, ask which one is meant. */
  choose: 0.2,
  /** Two topics this close to each other are both offered. */
  close: 0.6,
  /** A follow-up's own topic must be this sure to leave the topic of the conversation. */
  switchTopic: 0.5,
  unsafe: 0.5,
  outOfScope: 0.3,
  /** Share of letter groups that occur in our texts; less is no word of ours or anybody's. */
  readable: 0.6,
} as const
