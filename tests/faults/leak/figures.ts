/** What a process holds, after its garbage was collected. */
export type Figures = {
  heapMegabytes: number
  externalMegabytes: number
  residentMegabytes: number
  /** Open file descriptors, sockets among them. */
  files: number
  sockets: number
  timers: number
}

export function inWords(figures: Figures): string {
  const { heapMegabytes, externalMegabytes, residentMegabytes, files, sockets, timers } = figures
  const mb = (megabytes: number) => `${megabytes.toFixed(1)} MB`
  return `heap ${mb(heapMegabytes)}, outside the heap ${mb(externalMegabytes)}, resident ${mb(residentMegabytes)}, ${files} files, ${sockets} sockets, ${timers} timers`
}
