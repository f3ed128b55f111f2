import { type Asset, makeAsset } from '#platform/assets.ts'
import { bundleScript, bundleStyle, resolveImport } from '#platform/bundle.ts'
import type { PageFiles } from './page-frame.ts'

const styles = [
  '#platform/browser/tokens.css',
  '#platform/browser/base.css',
  '#platform/browser/page.css',
  '#desk/browser/styles/desk-list.css',
  '#desk/browser/styles/desk-talk.css',
  '#desk/browser/styles/desk-context.css',
  '#desk/browser/styles/desk-frame.css',
  '#desk/browser/styles/desk-write.css',
  '#desk/browser/styles/desk-more.css',
  '#desk/staff-page/staff-page.css',
]

/** The desk's script and style, made in memory at start. */
export async function makePageFiles(): Promise<{ script: Asset; style: Asset; files: PageFiles }> {
  const [code, css] = await Promise.all([
    bundleScript(resolveImport('#desk/browser/main.ts')),
    bundleStyle(styles.map(resolveImport)),
  ])
  const script = await makeAsset('/assets', 'desk', 'js', code)
  const style = await makeAsset('/assets', 'desk', 'css', css)
  return {
    script,
    style,
    files: { script: `/desk${script.path}`, style: `/desk${style.path}` },
  }
}
