import fc from 'fast-check'

/** What people do. `at` picks the place. */
export type Doing =
  | { readonly kind: 'write' | 'reply' | 'note' | 'colleague' | 'staff-reply'; readonly at: number }
  | { readonly kind: 'album'; readonly at: number; readonly parts: number }
  | { readonly kind: 'edit' | 'delete' | 'send-anyway'; readonly at: number }

/** What goes wrong. */
export type Trouble =
  | { readonly kind: 'suppress' | 'duplicate' | 'reorder'; readonly updates: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'lose-answer' | 'flood-wait' | 'slow-mode' | 'server-error'; readonly times: number }
  | { readonly kind: 'drop' | 'server-restart' | 'forget-keys' | 'revoke' | 'rotate-salts' | 'too-long' }
  | { readonly kind: 'restart' | 'sleep' | 'disk-full' }
  | { readonly kind: 'clock'; readonly hours: number }
  | { readonly kind: 'pause'; readonly ms: number }

export type Step = Doing | Trouble

const at = fc.nat(30)
const of = <K extends Step['kind']>(...kinds: readonly K[]) => fc.constantFrom(...kinds)
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: of('write'), at }) },
  { weight: 7, arbitrary: fc.record({ kind: of('reply'), at }) },
  { weight: 3, arbitrary: fc.record({ kind: of('send-anyway'), at }) },
  { weight: 2, arbitrary: fc.record({ kind: of('edit', 'delete'), at }) },
  { weight: 1, arbitrary: fc.record({ kind: of('album'), at, parts: fc.integer({ min: 2, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: of('colleague', 'staff-reply', 'note'), at }) },
)
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: of('suppress', 'duplicate', 'reorder'),
      updates: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: of('delay'), ms: fc.constantFrom(0, 20, 120) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: of('lose-answer', 'flood-wait', 'slow-mode', 'server-error'),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: of('drop', 'rotate-salts', 'too-long', 'disk-full') }) },
  { weight: 2, arbitrary: fc.record({ kind: of('server-restart', 'restart') }) },
  { weight: 1, arbitrary: fc.record({ kind: of('forget-keys', 'revoke', 'sleep') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: of('clock'),
      hours: fc.integer({ min: -48, max: 48 }).filter((hours) => hours !== 0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: of('pause'), ms: fc.constantFrom(5, 30, 100, 400) }) },
)

/** Steps of people with so much trouble between them, of a hundred. */
export function someStep(troublePercent: number): fc.Arbitrary<Step> {
  return fc.oneof(
    { weight: 100 - troublePercent, arbitrary: doing },
    { weight: troublePercent, arbitrary: trouble },
  )
}
