import { createHash } from 'node:crypto'

/** First 12 hex digits of SHA-256 over the text, blind to line endings, blanks at line ends and Unicode forms. */
export function versionOf(text: string): string {
  const normal = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
  return createHash('sha256').update(normal).digest('hex').slice(0, 12)
}
