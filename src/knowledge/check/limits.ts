/** What a text may measure. Words are counted as they are said, septets as they are sent. */
export const LIMITS = {
  asksCharacters: 45,
  choiceCharacters: 40,
  lix: 35,
  sentenceWords: 20,
  mainOpeningSentences: 3,
  mainSentences: 9,
  smsSegments: 2,
  smsSeptets: 306,
  smsLinks: 1,
  spokenWords: 30,
  likeness: 0.6,
  decoyLikeness: 0.85,
  examples: { da: 40, en: 20 },
} as const

/** The least number of Danish examples of each kind that a topic needs. */
export const LEAST_OF_KIND: Readonly<Record<string, number>> = {
  plain: 4,
  situation: 1,
  keywords: 3,
  sms: 3,
  typos: 2,
  ascii: 2,
  heard: 2,
  learner: 2,
}

/** Parts that are named alike everywhere; any other needs a label. */
export const COMMON_PARTS: readonly string[] = [
  'main',
  'what',
  'who',
  'how',
  'price',
  'amount',
  'bring',
  'when',
  'deadline',
  'time',
  'where',
  'what-if',
]

/** Numbers that the first sentence to somebody in danger must have; `|` is either. */
export const CRISIS_LINES: Readonly<Record<string, readonly string[]>> = {
  suicide: ['112', '70201201'],
  violence: ['112', '1888'],
  child: ['112', '33173333|116111'],
  medical: ['112'],
  homeless: ['33173333'],
  abuse: ['112', '1888|116111'],
  other: ['112'],
}
