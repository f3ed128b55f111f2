import type { Fault } from '#knowledge/fault.ts'
import type { Given, Rule } from './given.ts'
import {
  articlesHaveIntents,
  partsAreNamed,
  queuesAndTopicsAreKnown,
  twinsAgree,
} from './rules-of-articles.ts'
import { linesComeFirst } from './rules-of-crisis.ts'
import { decoysAreNamed, decoysAreNoExamples } from './rules-of-decoys.ts'
import {
  everyPartIsAskedFor,
  examplesAreEnough,
  examplesDiffer,
  kindsAreThere,
  situationsAreTold,
} from './rules-of-examples.ts'
import { figuresAreFacts, undatedNamePage } from './rules-of-facts.ts'
import { choicesAreShort, repliesAreComplete } from './rules-of-replies.ts'
import { aiLineFits, smsFits, smsHasOneLink } from './rules-of-sms.ts'
import { spokenCanBeSaid, spokenIsShort } from './rules-of-spoken-texts.ts'
import {
  mainIsShort,
  marksAreInTheSubset,
  readsEasily,
  sentencesAreShort,
} from './rules-of-web-texts.ts'
import { noInvisibleCharacters, slotsAreKnown, wordsToAvoid } from './rules-of-wording.ts'

const rules: readonly Rule[] = [
  partsAreNamed,
  twinsAgree,
  queuesAndTopicsAreKnown,
  articlesHaveIntents,
  figuresAreFacts,
  undatedNamePage,
  wordsToAvoid,
  noInvisibleCharacters,
  slotsAreKnown,
  readsEasily,
  sentencesAreShort,
  marksAreInTheSubset,
  mainIsShort,
  smsFits,
  smsHasOneLink,
  aiLineFits,
  spokenIsShort,
  spokenCanBeSaid,
  linesComeFirst,
  repliesAreComplete,
  choicesAreShort,
  examplesAreEnough,
  situationsAreTold,
  kindsAreThere,
  everyPartIsAskedFor,
  examplesDiffer,
  decoysAreNamed,
  decoysAreNoExamples,
]

/** Everything that an editor should put right, by file and line. */
export function lint(given: Given): readonly Fault[] {
  return rules
    .flatMap((rule) => rule(given))
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
