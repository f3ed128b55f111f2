/** Who is at the desk now. Kept in memory: a restart finds nobody until they are back, within seconds. */
export type Presence = {
  isPresent(staffId: string): boolean
  /** Somebody is present and free to take conversations. */
  onDuty(): boolean
}
