import { expect, it } from 'vitest'
import { escapeHtml } from './escape-html.ts'

it('neither ends an attribute nor begins an element', () => {
  expect(escapeHtml('"><script>a && b</script>')).toBe(
    '&quot;&gt;&lt;script&gt;a &amp;&amp; b&lt;/script&gt;',
  )
})
