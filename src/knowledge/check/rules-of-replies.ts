import type { Rule } from './given.ts'
import { LIMITS } from './limits.ts'

export const repliesAreComplete: Rule = ({ content }) =>
  content.intents.flatMap(({ file, meta, lineOf }) =>
    Object.entries(meta.replies ?? {}).flatMap(([name, reply]) =>
      (['da', 'en'] as const).flatMap((language) =>
        (reply.only ?? (['web', 'sms', 'spoken'] as const))
          .filter((rendering) => reply[language][rendering] === undefined)
          .map((rendering) => ({
            file,
            line: lineOf(['replies', name, language]),
            what: `reply ${name} ${language} lacks ${rendering}`,
          })),
      ),
    ),
  )

export const choicesAreShort: Rule = ({ content }) =>
  content.intents.flatMap(({ file, meta, lineOf }) =>
    (['da', 'en'] as const)
      .filter((language) => meta.choice[language].length > LIMITS.choiceCharacters)
      .map((language) => ({
        file,
        line: lineOf(['choice', language]),
        what: `choice ${language}: longer than ${LIMITS.choiceCharacters} characters`,
      })),
  )
