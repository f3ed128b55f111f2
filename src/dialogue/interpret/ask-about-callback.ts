import type { Step } from './turn.ts'

/** "Hvad blev der af mit opkald?", once a call has been promised. A wish to change or cancel it is another thing. */
export const askAboutCallback: Step = ({ conversation, text }) => {
  const { callback } = conversation
  if (callback?.means !== 'phone' || text.length > LONGEST) return undefined
  const asked = CALL.test(text) && STATE.test(text) && !CHANGE.test(text)
  return asked
    ? { understanding: { kind: 'callback-asked' }, intent: 'callback', score: 1 }
    : undefined
}

const LONGEST = 160
const CALL =
  /(?<!\p{L})(?:opkald\p{L}*|ring(?:er|e|et|ede|es)?|telefonsamtale\p{L}*|aftalen?|callback|call(?:ed|ing)?|appointment|phoned?)(?!\p{L})/iu
const STATE =
  /(?<!\p{L})(?:hvad (?:blev|sker|skete|er der)|hvornår|hvorfor|hvor bliver|har i|i har|i ringede|i skulle|stadig|endnu|status|venter|glemt|mangler|gælder|når ringer|ringede|aldrig|ingen|never|nobody|did not|what (?:happened|became)|when|why|where|still|did you|have you|haven.t|did ?n.t|waiting|forg[eo]t(?:ten)?|status)(?!\p{L})/iu
const CHANGE =
  /(?<!\p{L})(?:aflys\p{L}*|vil ikke|skal ikke|behøver|anden dag|andet (?:nummer|tidspunkt)|senere|tidligere|flytte?|ændre|cancel|move|change|another|later|earlier|don.t (?:want|call|need))(?!\p{L})/iu
