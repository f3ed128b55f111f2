/** A copy of a phrasing as it may arrive: mistyped, in SMS spelling, or as a recogniser hears it. */
export function makeNoisy(text: string, random: () => number): string {
  const kind = random()
  if (kind < 0.4) return mistype(text, random)
  return respell(text, kind < 0.7 ? smsSpelling : heardSpelling, random)
}

function mistype(text: string, random: () => number): string {
  return eachWord(text, random, 0.3, (word) => {
    if (word.length < 4) return word
    const at = 1 + Math.floor(random() * (word.length - 2))
    const kind = random()
    if (kind < 0.4) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (kind < 0.7) return word.slice(0, at) + word.slice(at + 1)
    if (kind < 0.85) return word.slice(0, at) + word[at] + word.slice(at)
    return word.slice(0, at) + LETTERS[Math.floor(random() * LETTERS.length)] + word.slice(at + 1)
  })
}

function respell(text: string, rules: readonly Rule[], random: () => number): string {
  return eachWord(text.toLowerCase(), random, 0.6, (word) => {
    const rule = rules[Math.floor(random() * rules.length)]
    return rule ? word.replace(rule[0], rule[1]) : word
  }).replace(/[.,!?]/g, '')
}

function eachWord(
  text: string,
  random: () => number,
  share: number,
  change: (word: string) => string,
): string {
  return text.replace(/\p{L}+/gu, (word) => (random() < share ? change(word) : word))
}

type Rule = readonly [RegExp, string]
const LETTERS = 'etnridsaolgkmv'
/** Endings and silent letters that fingers leave out. */
const smsSpelling: readonly Rule[] = [
  [/^(hva|ska|ve|me|go)[dl]$/, '$1'],
  [/^(ka|ku)n(ne)?$/, '$1'],
  [/^ikke$/, 'ik'],
  [/^jeg$/, 'jg'],
  [/^eller$/, 'el'],
  [/^noget$/, 'nog'],
  [/^også$/, 'osse'],
  [/^you$/, 'u'],
  [/^are$/, 'r'],
  [/^please$/, 'pls'],
  [/(?<=.{3})[aeiouy](?=[^aeiouyæøå]{2})/, ''],
  [/([^aeiouyæøå])\1/, '$1'],
  [/(?<=.{3})er$/, 'r'],
  [/(?<=.{3})et$/, 't'],
  [/(?<=.{3})e$/, ''],
]
/** Letters that sound the same. */
const heardSpelling: readonly Rule[] = [
  [/^hv/, 'v'],
  [/^hj/, 'j'],
  [/nd/, 'n'],
  [/ld/, 'l'],
  [/([^aeiouyæøå])\1/, '$1'],
  [/d$/, ''],
  [/ig$/, 'i'],
  [/eg/, 'aj'],
  [/c/, 'k'],
  [/æ/, 'e'],
  [/ere$/, 'er'],
  [/et$/, 'ed'],
]
