/** Characters that a comment on an answer may have. */
export const MAX_COMMENT = 500
