import { css as baseCss } from '#platform/browser/base.css'
import { css as tokenCss } from '#platform/browser/tokens.css'
import { css as fitCss } from './chat-fit.css'
import { css as frameCss } from './chat-frame.css'
import { css as messagesCss } from './chat-messages.css'
import { css as panelCss } from './chat-panel.css'

/** In this order: what comes later has the last word. */
const styles = [tokenCss, baseCss, frameCss, messagesCss, panelCss, fitCss]

/** The widget's own style sheets, which every CSP allows and no page reaches. */
export function widgetStyles(): CSSStyleSheet[] {
  return styles.map(sheetOf)
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

try {
  // In a shadow root @property is ignored: the length that all sizes hang on is registered here.
  CSS.registerProperty({ name: '--rem', syntax: '<length>', inherits: true, initialValue: '16px' })
} catch {
  // The page has registered it already.
}
