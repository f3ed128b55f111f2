import { expect, it } from 'vitest'
import { html, trusted } from './html.ts'

it('escapes what was written and lets markup stand', () => {
  const name = '<b>"Kim" & co</b>'
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&lt;b&gt;&quot;Kim&quot; &amp; co&lt;/b&gt;">&lt;b&gt;&quot;Kim&quot; &amp; co&lt;/b&gt;</p>',
  )
  expect(html`${[html`<i>${1}</i>`, null, trusted('<hr>')]}`.markup).toBe('<i>1</i><hr>')
})
