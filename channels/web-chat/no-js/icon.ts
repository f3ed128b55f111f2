import { drawings, type IconName, mark as lightOn } from '#channels/web-chat/browser/icons.ts'
import { type Html, trusted } from '#platform/html.ts'

/** A drawing beside a word, never instead of one; `flip` turns it round in right-to-left text. */
export function icon(name: IconName, flip = false): Html {
  const drawing = drawings[name].strings.join('')
  const className = flip ? 'icon flip' : 'icon'
  return trusted(
    `<svg class="${className}" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`,
  )
}

export const mark: Html = trusted(lightOn.strings.join(''))
