import { numbersApart } from '#platform/browser/numbers-apart.ts'
import { html, type Part } from '#platform/html.ts'

/** What people wrote, with every number reading from left to right, whatever the letters around it do. */
export function directed(text: string): Part {
  return numbersApart(text).map((piece) =>
    piece.isNumber ? html`<bdi dir="ltr">${piece.text}</bdi>` : piece.text,
  )
}
