import snowball from 'snowball-stemmers'

/** The Danish stem of a folded word. English words lose little by it, and both sides lose the same. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stemmed = danish.stem(word)
  if (stems.size < MAX_STEMS) stems.set(word, stemmed)
  return stemmed
}

const danish = snowball.newStemmer('danish')
const stems = new Map<string, string>()
const MAX_STEMS = 50_000
