import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'

/** Says that a data folder was made by the demo, for which start and how many waiting, and that it is complete. */
const Marker = z.object({ start: z.string(), waiting: z.number(), isComplete: z.boolean() })
export type DemoMarker = z.infer<typeof Marker>

/** Whether the folder holds the demo that is wanted. What another demo left is removed; data of anybody else never. */
export function prepareDemoFolder(
  dataDir: string,
  wanted: Omit<DemoMarker, 'isComplete'>,
): 'ready' | 'empty' {
  const found = readMarker(dataDir)
  const { start, waiting } = wanted
  if (found?.isComplete && found.start === start && found.waiting === waiting) return 'ready'
  if (!found && existsSync(join(dataDir, 'front-door.db')))
    throw new AppError(
      'config-invalid',
      `${dataDir} has data that the demo did not make, and the demo would begin anew.`,
      'Leave DATA_DIR out, or name a folder that does not exist.',
    )
  if (found) rmSync(dataDir, { recursive: true })
  mkdirSync(dataDir, { recursive: true })
  writeMarker(dataDir, { ...wanted, isComplete: false })
  return 'empty'
}

export function demoIsComplete(dataDir: string): void {
  const found = readMarker(dataDir)
  if (found) writeMarker(dataDir, { ...found, isComplete: true })
}

function readMarker(dataDir: string): DemoMarker | undefined {
  const file = markerOf(dataDir)
  return existsSync(file) ? Marker.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

function writeMarker(dataDir: string, marker: DemoMarker): void {
  writeFileSync(markerOf(dataDir), JSON.stringify(marker))
}

function markerOf(dataDir: string): string {
  return join(dataDir, 'demo.json')
}
