/**
 * One key for all the ways in which a Danish word is typed: æ/ae/ä, ø/oe/ö and å/aa are the same letter.
 * Stripping accents by NFD would make "får" and "far" one word; here only other accents go.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/æ|ä|ae/g, 'æ')
    .replace(/ø|ö|oe/g, 'ø')
    .replace(/å|aa/g, 'å')
    .normalize('NFD')
    .replace(/(?!\u030a)\p{M}/gu, '')
    .normalize('NFC')
}
