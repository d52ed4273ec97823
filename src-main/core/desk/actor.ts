/**
 * Who did something. `agent` is a person of the team, whatever way they did it; `desk` is a rule or the clock.
 * Ids are strings: Telegram user ids for people.
 */
export type Actor =
  | { readonly kind: 'agent'; readonly id: string }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'desk' }

/** A rule or the clock. */
export const theDesk: Actor = { kind: 'desk' }
