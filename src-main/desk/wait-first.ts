type Loose = Record<string, (input: unknown) => unknown>

/** The same handlers, of which all but `atOnce` wait for something before they do their work. */
export function waitFirst<H extends object>(
  handlers: H,
  until: Promise<unknown>,
  ...atOnce: readonly (keyof H)[]
): H {
  const waiting: Loose = {}
  for (const [name, handle] of Object.entries(handlers as unknown as Loose))
    waiting[name] = async (input) => {
      await until
      return handle(input)
    }
  const kept = Object.fromEntries(atOnce.map((name) => [name, handlers[name]]))
  return { ...(waiting as unknown as H), ...kept }
}
