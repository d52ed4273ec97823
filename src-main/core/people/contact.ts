/** What the team knows of a customer besides what Telegram says (R18, R19). */
export interface Contact {
  readonly personId: string
  /** One of the tiers in the settings; null for none. */
  readonly tier: string | null
  /** Language tag the team chose; null to go by what Telegram tells. */
  readonly language: string | null
  readonly notes: string
  readonly phone: string | null
}

/** A customer of whom nothing was written down yet. */
export function newContact(personId: string): Contact {
  return { personId, tier: null, language: null, notes: '', phone: null }
}

/** A change of a contact: what is absent stays. */
export type ContactPatch = Pick<Contact, 'personId'> & Partial<Contact>
