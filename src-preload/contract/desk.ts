import type { Command, commands } from './commands'
import type { Events } from './events'
import type { Outcome } from './outcome'

type Commands = typeof commands
type Implement<C> =
  C extends Command<infer Input, infer Output> ? (input: Input) => Promise<Output> | Output : never
type Call<C> =
  C extends Command<infer Input, infer Output>
    ? undefined extends Input
      ? () => Promise<Outcome<Output>>
      : (input: Input) => Promise<Outcome<Output>>
    : never

/** What main must provide: one function per command. A missing one does not compile. */
export type Handlers = {
  readonly [G in keyof Commands]: { readonly [N in keyof Commands[G]]: Implement<Commands[G][N]> }
}

/** What the window sees as `window.desk`. */
export type Desk = {
  readonly [G in keyof Commands]: { readonly [N in keyof Commands[G]]: Call<Commands[G][N]> }
} & {
  /** Listens to one kind of event; the answer stops it. */
  readonly on: <E extends keyof Events>(event: E, listener: (payload: Events[E]) => void) => () => void
  /** What the window may know of its platform without asking. */
  readonly platform: 'darwin' | 'win32' | 'linux'
}
