import type { DeskState } from '../desk/state'

/**
 * A customer's tier; null for none. A tier that was taken out of the settings is not shown, but is still written
 * down: put back, it is there again.
 */
export function tierOf(
  { contacts, settings }: Pick<DeskState, 'contacts' | 'settings'>,
  personId: string,
): string | null {
  const tier = contacts.get(personId)?.tier ?? null
  return tier !== null && settings.tiers.includes(tier) ? tier : null
}
