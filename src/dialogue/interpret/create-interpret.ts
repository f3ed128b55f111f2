import type { Interpret } from '#dialogue/interpret.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { OpenReader } from '#knowledge/search/open-reader.ts'
import type { Clock } from '#platform/clock.ts'
import { askAboutCallback } from './ask-about-callback.ts'
import { askAboutWhat, readLostChoice } from './ask-about-what.ts'
import { askBack } from './ask-back.ts'
import { correct } from './correct.ts'
import { withDanishLetters } from './danish-letters.ts'
import { doubtCallback } from './doubt-callback.ts'
import { findTopics } from './find-topics.ts'
import { followUp } from './follow-up.ts'
import { giveUp, refuseUnsafe } from './give-up.ts'
import { guardCrisis, guardDecision, guardHuman, guardOwnCase } from './guards.ts'
import { detectLanguage } from './language/detect-language.ts'
import { wishedLanguage } from './language/wished-language.ts'
import { readChoice } from './read-choice.ts'
import { readEnd } from './read-end.ts'
import { readLanguageWish } from './read-language-wish.ts'
import { readPhone } from './read-phone.ts'
import { readPlace } from './read-place.ts'
import { readPress } from './read-press.ts'
import { readSlot } from './read-slot.ts'
import { readSmallTalk } from './read-small-talk.ts'
import { readYesNo } from './read-yes-no.ts'
import { refuseFragment } from './refuse-fragment.ts'
import { refuseLong } from './refuse-long.ts'
import { splitSentences } from './split-questions.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { createMaskRemover } from './without-masks.ts'

/** The steps of understanding, in order: the first that reaches something decides. */
const steps: readonly Step[] = [
  readEnd,
  guardCrisis,
  refuseLong,
  readPress,
  readLanguageWish,
  readPhone,
  doubtCallback,
  readSlot,
  askAboutCallback,
  readChoice,
  readYesNo,
  readLostChoice,
  guardHuman,
  readPlace,
  guardOwnCase,
  guardDecision,
  refuseUnsafe,
  askBack,
  correct,
  readSmallTalk,
  followUp,
  askAboutWhat,
  refuseFragment,
  findTopics,
  giveUp,
]

export function createInterpret(deps: {
  kb: KnowledgeBase
  model: OpenReader
  clock: Clock
}): Interpret {
  const { kb, model, clock } = deps
  const withoutMasks = createMaskRemover(kb)
  return async (conversation, heard) => {
    const startMs = performance.now()
    const reader = model.current()
    const typed = heard
      .filter(({ utterance }) => utterance.said.via === 'typed')
      .map((one) => withoutMasks(one.text).trim())
      .join('\n')
    const text = withDanishLetters(typed, reader)
    const detected = detectLanguage(typed, conversation.language, reader.languageOf)
    const language = wishedLanguage(typed)?.language ?? detected.language
    const sentences = splitSentences(text)
    const turn: Turn = {
      conversation,
      heard,
      text,
      sentences: sentences.length > 1 ? sentences : [],
      language,
      isForeign: detected.isForeign,
      reading: reader.read(text),
      reader,
      kb,
      now: clock.now(),
    }
    const { understanding, intent, score } = firstReached(turn)
    return {
      language,
      understanding,
      intent,
      score,
      ranked: turn.reading.topics
        .slice(0, 3)
        .map(({ label, confidence }) => ({ articleId: label, score: confidence })),
      model: reader.id,
      ms: performance.now() - startMs,
    }
  }
}

function firstReached(turn: Turn): Reached {
  for (const step of steps) {
    const reached = step(turn)
    if (reached) return reached
  }
  return { understanding: { kind: 'unknown' }, intent: 'unknown', score: 0 }
}
