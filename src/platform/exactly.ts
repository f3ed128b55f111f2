import type { z } from 'zod'

/**
 * Ties a schema to a type that is written by hand: `exactly<DeskRow>()(z.object({ … }))` compiles only while each
 * describes the other, so that what is promised to programs and what is sent cannot drift apart.
 */
export function exactly<T>() {
  return <S extends z.ZodType>(
    schema: S & (Same<z.infer<S>, T> extends true ? unknown : never),
  ): S => schema
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
