import './contact.css'
import { useEffect } from 'react'
import type { ContactView } from '../../../src-preload/contract/contact'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { afterPaint } from '../../desk/after-paint'
import { changeContact, openContact, useContacts } from '../../desk/contact-store'
import { languageName, offeredLanguages } from '../../desk/language-words'
import { cleanLine } from '../../desk/plain-text'
import { useSettings } from '../../desk/settings-store'
import { useShownTicket } from '../../desk/shown-ticket-store'
import { useTicket } from '../../desk/ticket-store'
import { Button } from '../../ui/button'
import { Combobox } from '../../ui/combobox'
import { Face } from '../../ui/face'
import { Select } from '../../ui/select'
import { EarlierTickets } from './earlier-tickets'
import { KeptText } from './kept-text'

/** Who the customer of the chosen ticket is, and what the team wrote down about them (R18, R19). */
export function ContactSection() {
  const ticketId = useShownTicket()
  const ticket = useTicket(ticketId)
  return ticket && <Contact ticket={ticket} />
}

function Contact({ ticket }: { readonly ticket: TicketView }) {
  const { customer } = ticket
  const { id } = customer
  const contact = useContacts((state) => state.byId.get(id))
  const failure = useContacts((state) => state.failures.get(id))
  const name = cleanLine(customer.name, 'No name')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they tell of themselves comes with the ticket
  useEffect(() => {
    return afterPaint(() => void openContact(id))
  }, [id, customer.name, customer.username, customer.isDeleted, ticket.id, ticket.messages])
  return (
    <section className="sheet-section" aria-label="Customer">
      <h3>Customer</h3>
      <div className="sheet-person">
        <Face id={id} name={name} kind="customer" />
        <div>
          <bdi className="clip sheet-name">{name}</bdi>
          {customer.isDeleted ? (
            <span className="clip contact-gone">Account deleted at Telegram</span>
          ) : (
            customer.username !== null && <bdi className="clip muted">@{cleanLine(customer.username)}</bdi>
          )}
        </div>
      </div>
      {contact ? (
        <Facts contact={contact} ticketId={ticket.id} />
      ) : (
        failure && (
          <p className="contact-failed">
            {failure.message}{' '}
            <Button look="link" onClick={() => void openContact(id)}>
              Try again
            </Button>
          </p>
        )
      )}
    </section>
  )
}

const none = ''

function Facts({ contact, ticketId }: { readonly contact: ContactView; readonly ticketId: string }) {
  const tiers = useSettings(({ settings }) => settings.tiers)
  const { id, tier, language, phone, notes } = contact
  const offeredTiers = tier === null || tiers.includes(tier) ? tiers : [tier, ...tiers]
  const languages =
    language === null || offeredLanguages.includes(language)
      ? offeredLanguages
      : [language, ...offeredLanguages]
  return (
    <>
      <dl className="sheet-facts">
        <dt>Tier</dt>
        <dd>
          <Select
            label="Tier"
            look="bare"
            value={tier ?? none}
            onChange={(next) => void changeContact(id, { tier: next === none ? null : next })}
            options={[
              { value: none, label: 'None' },
              ...offeredTiers.map((value) => ({ value, label: cleanLine(value, 'No name') })),
            ]}
          />
        </dd>
        <dt>Language</dt>
        <dd>
          <Combobox
            label="Language"
            search="Search languages"
            empty="No language by that name"
            look="bare"
            value={language ?? none}
            onChange={(next) => void changeContact(id, { language: next === none ? null : next })}
            options={[
              { value: none, label: 'Not known' },
              ...languages.map((tag) => ({ value: tag, label: languageName(tag) })),
            ]}
          />
        </dd>
        <dt>Phone</dt>
        <dd>
          <KeptText
            key={id}
            label="Phone"
            empty="Not known"
            value={phone ?? ''}
            onKeep={(text) => changeContact(id, { phone: text === '' ? null : text })}
          />
        </dd>
        <dt>Notes</dt>
        <dd>
          <KeptText
            key={id}
            label="Notes on the customer"
            empty="Only your team sees them"
            rows={6}
            value={notes}
            onKeep={(text) => changeContact(id, { notes: text })}
          />
        </dd>
      </dl>
      <EarlierTickets key={id} tickets={contact.tickets} ticketId={ticketId} />
    </>
  )
}
