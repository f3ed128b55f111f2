/** The environment, for `readConfig` and for commands that hand it on; nothing else looks at it. */
// biome-ignore lint/style/noProcessEnv: this is the one place
export const environment: Readonly<Record<string, string | undefined>> = process.env
