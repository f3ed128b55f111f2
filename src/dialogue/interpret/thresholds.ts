/**
 * Confidence is how often such evidence was right on phrasings that were held back, so each threshold is a price:
 * 0.5 says that a wrong answer costs as much as a missed one. Those of guards and answers are learnt (`held-back-thresholds.ts`).
 */
export const thresholds = {
  talk: 0.5,
  /** Ending a conversation that was not meant to end is worse than asking on. */
  stop: 0.8,
  /** Two halves of a question ask for two parts of one article. */
  eachPart: 0.5,
  /** Below `answer` and above this, ask which one is meant. */
  choose: 0.2,
  /** Of two questions in one message, each. */
  eachOfTwo: 0.5,
  /** Of two questions, the one beside a sure one. */
  besideSure: 0.25,
  /** Two topics this close to each other are both offered. */
  close: 0.6,
  /** A follow-up's own topic must be this sure to leave the topic of the conversation. */
  switchTopic: 0.5,
  /** Without a word of its own it must be surer still. */
  switchTopicBare: 0.85,
  /** "og for børn?" after an answer is a follow-up, unless danger is as sure as this. */
  crisisInFollowUp: 0.85,
  /** Letters that are no words of ours need surer danger than words do. */
  crisisInScraps: 0.6,
  unsafe: 0.5,
  outOfScope: 0.3,
  /** Share of letter groups that occur in our texts; less is no word of ours or anybody's. */
  readable: 0.6,
} as const
