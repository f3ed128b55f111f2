import type { Slot } from '#conversation/events.ts'
import type { Card } from '#dialogue/transcript.ts'
import type { Script } from './scripted-dialogue.ts'

/** What the scripted engine answers in tests: one reply of every kind that a page must be able to show. */
export const script: Script = (text, said) => {
  if (said.via === 'form') return { text: 'Så er det aftalt.', card: receipt }
  const words = said.via === 'chosen' ? said.choice : text
  if (/call-me/.test(words)) return { text: 'Hvornår skal vi ringe?', card: form }
  if (/human|menneske/.test(words) && /kø/.test(text)) {
    return {
      text: 'Du er i kø til Borgerservice. Skriv gerne imens.',
      card: queued,
      handledBy: 'queue',
    }
  }
  if (/human|menneske/.test(words)) return { text: closedNow, card: offer }
  if (/leve/.test(words)) return { text: despair, card: crisis }
  if (/kort/.test(words)) return { text: 'Hvilket kort er det?', card: choices }
  if (/koster/.test(words)) return { text: price, card: answer(null) }
  if (/fejl/.test(words))
    return { text: 'Jeg kan ikke svare lige nu. Din besked er gemt.', broken: true }
  if (/pas/.test(words)) return { text: passport, card: answer(go) }
  return { text: 'Det kan jeg ikke svare på. Vil du tale med et menneske?' }
}

export const slots: readonly { slot: Slot; label: string }[] = [
  {
    slot: { from: '2026-06-08T07:00:00.000Z', to: '2026-06-08T10:00:00.000Z' },
    label: 'Mandag 8. juni kl. 9–12',
  },
  {
    slot: { from: '2026-06-08T10:00:00.000Z', to: '2026-06-08T14:00:00.000Z' },
    label: 'Mandag 8. juni kl. 12–16',
  },
]

const passport = `Du bestiller en tid, og så laver vi passet, mens du er her. Det kan du gøre i **alle** kommuner.

1. Udfyld ansøgningen på [borger.dk](https://www.borger.dk) med MitID.
2. Bestil en tid.
3. Tag det gamle pas med.

Har du ikke MitID? Så hjælper vi dig.`
const price = 'I 2023 kostede et pas 891 kr. for voksne. Jeg kender ikke en nyere pris.'
const closedNow = 'Ja. Borgerservice har lukket nu og åbner mandag kl. 9.'
const despair =
  'Ring 112 nu, hvis dit liv er i fare, eller ring til Livslinien på 70 201 201. Du er ikke alene med det.'
const go = { label: 'Bestil tid i Borgerservice', url: 'https://www.kk.dk/bestiltid' }

function answer(link: typeof go | null): Card {
  return {
    kind: 'answer',
    source: {
      title: 'Pas på kk.dk',
      url: 'https://www.kk.dk/pas',
      asOf: '2023',
      verified: false,
      articleId: 'pas-voksne',
    },
    go: link,
    nexts: [
      { choice: 'article:pas-voksne#bring', label: 'Hvad skal jeg have med?' },
      { choice: 'article:pas-voksne#lost', label: 'Mit gamle pas er væk' },
    ],
    plain: 'Søg på borger.dk, bestil en tid, og tag dit gamle pas med.',
  }
}
const choices: Card = {
  kind: 'choices',
  choices: [
    { choice: 'article:koerekort#main', label: 'Kørekort' },
    { choice: 'article:sundhedskort#main', label: 'Sundhedskort (det gule)' },
    { choice: 'article:opholdskort#main', label: 'Opholdskort' },
  ],
  hint: 'Er det et andet kort, så skriv hvilket.',
}
const offer: Card = {
  kind: 'choices',
  choices: [
    { choice: 'call-me', label: 'Ring til mig' },
    { choice: 'no-thanks', label: 'Nej tak' },
  ],
  hint: null,
}
const form: Card = { kind: 'callback-form', slots }
const queued: Card = { kind: 'queued', reference: '6045182' }
const receipt: Card = {
  kind: 'receipt',
  reference: '4821937',
  when: 'mandag 8. juni mellem kl. 9 og 12',
  numberEnd: '78',
  about: 'Pas til voksne',
}
const crisis: Card = {
  kind: 'crisis',
  lines: [
    { number: '112', label: 'Livet er i fare' },
    { number: '70 201 201', label: 'Livslinien' },
  ],
}
