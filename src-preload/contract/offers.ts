import type { commands } from './commands'

/**
 * Tells a window which commands there are, without the schemas they are checked by: those belong to main, and would
 * cost each window 7 MB and the time to load them. Main puts {@link offer} on the window's command line, the preload
 * reads it with {@link offered}; the table in commands.ts stays the only one.
 */
const prefix = '--desk-offers='

/** The argument for the window, such as `--desk-offers=desk.startup,tickets.get`. */
export function offer(table: typeof commands): string {
  const channels = Object.entries(table).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group}.${name}`),
  )
  return prefix + channels.join(',')
}

/** The channels offered on a command line, as group and name; empty if there are none. */
export function offered(
  argv: readonly string[],
): readonly { readonly group: string; readonly name: string }[] {
  const channels = argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
  return (channels ?? '').split(',').flatMap((channel) => {
    const [group, name] = channel.split('.')
    return group && name ? [{ group, name }] : []
  })
}
