// The bundler turns these files into a string and into data: see #platform/bundle.ts.
declare module '*.css' {
  export const css: string
}
declare module '*.yaml' {
  export const content: unknown
}
