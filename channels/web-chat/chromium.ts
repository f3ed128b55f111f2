import { findChromium, launchChromium } from '#tests/kit/chromium.ts'

/** The Chromium of this machine, for tests of pages. */
export const chromiumPath: string | undefined = findChromium()

export const openChromium = launchChromium
