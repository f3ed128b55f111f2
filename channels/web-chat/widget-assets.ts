import { fileURLToPath } from 'node:url'
import { type Asset, makeAsset } from '#platform/assets.ts'
import { bundleScript, bundleStyle } from '#platform/bundle.ts'
import { words } from './server-words.ts'

/** The widget's code under its hash, and the small script that pages embed, which knows that path. */
export async function buildWidget(): Promise<{ code: Asset; loader: Asset }> {
  const code = await makeAsset(
    '/chat',
    'widget',
    'js',
    await bundleScript(fileOf('chat.ts'), { WORDS: JSON.stringify(words.widget) }),
  )
  const loader = await bundleScript(fileOf('loader.ts'), {
    WIDGET_PATH: JSON.stringify(code.path),
    UNAVAILABLE: JSON.stringify({ da: unavailable('da'), en: unavailable('en') }),
    LOADER_STYLE: JSON.stringify(await bundleStyle([fileOf('loader.css')])),
  })
  return { code, loader: await makeAsset('/chat', 'loader', 'js', loader) }
}

function unavailable(language: 'da' | 'en'): {
  text: string
  phone: string
  page: string
} {
  const { unavailable: text, 'main-phone': phone, 'unavailable-page': page } = words.widget
  return { text: text[language], phone: phone[language], page: page[language] }
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`browser/${name}`, import.meta.url))
}
