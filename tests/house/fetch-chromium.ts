import { dirname } from 'node:path'
import { fetchedChromium, findChromium } from '#tests/kit/chromium.ts'
import { runStep } from './run-step.ts'

const PACKAGE = '@sparticuz/chromium@147'

/** Gets a Chromium where there is none: Debian's package as root, else one that npm carries. Answers its path, or why not. */
export async function fetchChromium(): Promise<{ path: string } | { why: string }> {
  const tried: string[] = []
  if (process.getuid?.() === 0 && (await works(['apt-get', '--version']))) {
    process.stdout.write('fetching  Chromium from Debian: apt-get install chromium\n')
    if (!(await debian())) tried.push('apt-get failed')
    const path = findChromium()
    if (path) return { path }
  }
  process.stdout.write(`fetching  Chromium from npm into .cache: ${PACKAGE}\n`)
  const folder = dirname(fetchedChromium)
  const installed = await works([
    'npm',
    'install',
    '--no-package-lock',
    '--prefix',
    folder,
    PACKAGE,
  ])
  if (!installed) return { why: [...tried, 'npm install failed'].join(', ') }
  const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  // It unpacks itself into the folder for temporary files.
  await works(['node', '--input-type=module', '--eval', unpack], { TMPDIR: folder }, folder)
  const path = findChromium()
  return path
    ? { path }
    : { why: [...tried, 'the package has no program for this machine'].join(', ') }
}

async function debian(): Promise<boolean> {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'] as const
  if (await works(install, quiet)) return true
  return (await works(['apt-get', 'update'], quiet)) && works(install, quiet)
}

async function works(
  command: readonly [string, ...string[]],
  more?: Readonly<Record<string, string>>,
  folder?: string,
): Promise<boolean> {
  try {
    return (await runStep(command, more, folder)).code === 0
  } catch {
    return false
  }
}
