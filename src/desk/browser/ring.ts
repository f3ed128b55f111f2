import type { Alert } from './alerts.ts'

const VOLUME = 0.12
const NOTE_S = 0.14
/** Two notes that rise for whoever waits, one for a message, three that fall for a crisis. In hertz. */
const notes: Readonly<Record<Alert, readonly number[]>> = {
  waiting: [523, 659],
  message: [659],
  crisis: [784, 659, 523],
}
let audio: AudioContext | undefined

/** A browser lets nothing sound before the page was touched: what was to be heard then is no news later. */
const STALE_MS = 1000

/** A short sound, made here: nothing is fetched, and nothing sounds before somebody has switched it on. */
export function ring(alert: Alert): void {
  audio ??= new AudioContext()
  const context = audio
  const wantedAt = performance.now()
  void context.resume().then(() => {
    if (performance.now() - wantedAt < STALE_MS) play(context, notes[alert])
  })
}

function play(audio: AudioContext, melody: readonly number[]): void {
  const { currentTime, destination } = audio
  for (const [i, hertz] of melody.entries()) {
    const from = currentTime + i * NOTE_S
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(VOLUME, from)
    // Without a fade the end of a note is a click.
    volume.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S)
    tone.connect(volume).connect(destination)
    tone.start(from)
    tone.stop(from + NOTE_S)
  }
}
