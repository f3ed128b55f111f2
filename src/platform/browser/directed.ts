import { html, type TemplateResult } from 'lit-html'
import { numbersApart } from './numbers-apart.ts'

/** What people wrote, with every number reading from left to right, whatever the letters around it do. */
export function directed(text: string): string | (string | TemplateResult)[] {
  const pieces = numbersApart(text)
  if (pieces.every(({ isNumber }) => !isNumber)) return text
  return pieces.map((piece) =>
    piece.isNumber ? html`<bdi dir="ltr">${piece.text}</bdi>` : piece.text,
  )
}
