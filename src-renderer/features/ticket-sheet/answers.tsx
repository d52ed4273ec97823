import { Bot } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { cleanLine, cleanText } from '../../desk/plain-text'
import { Fact } from './fact'

/** What the customer answered to the bot's questions, and what it asks now. */
export function Answers({ ticket }: { readonly ticket: TicketView }) {
  const { fields, intakeAsks } = ticket
  if (fields.length === 0 && intakeAsks === null) return null
  return (
    <section className="sheet-section" aria-label="Answers">
      <h3>Answers to the bot</h3>
      {fields.length > 0 && (
        <dl className="sheet-facts plain">
          {fields.map(({ key, label, value }) => (
            <Fact key={key} name={cleanLine(label, 'No name')}>
              <bdi className="sheet-answer selectable">{cleanText(String(value))}</bdi>
            </Fact>
          ))}
        </dl>
      )}
      {intakeAsks !== null && (
        <p className="sheet-asks" role="status">
          <Bot size={15} />
          <span>
            The bot is asking: <bdi>{cleanLine(intakeAsks, 'a question')}</bdi>
          </span>
        </p>
      )}
    </section>
  )
}
