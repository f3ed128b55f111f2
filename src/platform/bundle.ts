import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { build, type Plugin, stop, transform } from 'esbuild'
import { parse } from 'yaml'

/** What the browsers that citizens and staff use must understand. */
const target = ['chrome123', 'firefox120', 'safari17.5']

/**
 * Makes one browser script out of a TypeScript file, in memory: a classic script without globals.
 * `import { css } from 'x.css'` gives minified text (for a constructable style sheet), `import { content } from 'x.yaml'` the data.
 * `replacements` puts constants in the place of names: `{ __BASE__: '"/chat"' }`.
 */
export async function bundleScript(
  entry: string,
  replacements: Readonly<Record<string, string>> = {},
): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target,
    // Node's own condition would pick lit's server build.
    conditions: ['browser', 'production'],
    define: replacements,
    plugins: [stylesAsText, yamlAsData],
    legalComments: 'none',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Joins style sheets in the given order and minifies them. */
export async function bundleStyle(files: readonly string[]): Promise<string> {
  const sheets = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const result = await transform(sheets.join('\n'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    target,
    legalComments: 'none',
  })
  return result.code
}

/** Ends the process that bundles, 30 MB; whoever bundles again gets a new one. Not while somebody else bundles. */
export function stopBundling(): Promise<void> {
  return stop()
}

/** The file path behind an import name such as `#channels/web-chat/browser/chat.ts`. */
export function resolveImport(name: string): string {
  return createRequire(import.meta.url).resolve(name)
}

const stylesAsText: Plugin = {
  name: 'styles-as-text',
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: `export const css = ${JSON.stringify(await bundleStyle([path]))}`,
    }))
  },
}

const yamlAsData: Plugin = {
  name: 'yaml-as-data',
  setup(plugin) {
    plugin.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: `export const content = ${JSON.stringify(parse(await readFile(path, 'utf8')))}`,
    }))
  },
}
