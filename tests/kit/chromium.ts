import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { environment } from '#platform/environment.ts'

/** Where a Chromium is kept that had to be fetched. */
export const fetchedChromium = join(import.meta.dirname, '../../.cache/chromium/chromium')

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The Chromium of this machine, if there is one: the one that CHROMIUM names, of the PATH, of Playwright, or fetched before. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = environment
  const folders = PATH.split(delimiter)
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const places = [CHROMIUM, ...inPath, chromium.executablePath(), fetchedChromium]
  return places.find((place) => place !== undefined && isProgram(place))
}

/** A browser without a window that talks to nobody but the pages under test. Close it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath && { executablePath }),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
