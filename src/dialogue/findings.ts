export type { ArticlePart, Findings, Understanding } from '#conversation/findings.ts'
