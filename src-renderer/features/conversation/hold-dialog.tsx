import { useRef, useState } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { askFor } from '../../desk/asking-store'
import { setStatus } from '../../desk/ticket-acts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { holdTimes } from './hold-times'

/** Puts the ticket on hold: until when, and why. A first reply that is still owed needs the reason (C13). */
export function HoldDialog({ ticket }: { readonly ticket: TicketView }) {
  const [now] = useState(Date.now)
  const field = useRef<HTMLInputElement>(null)
  const times = holdTimes(now)
  const [chosen, setChosen] = useState(
    String(times.findIndex(({ label }) => label.startsWith('Until tomorrow'))),
  )
  const [reason, setReason] = useState(ticket.holdReason ?? '')
  const owesFirst = ticket.clocks.some(({ clock, kind }) => clock === 'first-reply' && kind === 'running')
  const lacksReason = owesFirst && reason.trim() === ''
  const hold = () => {
    const until = times[Number(chosen)]?.until ?? null
    askFor(null)
    void setStatus(ticket, 'on_hold', {
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(until === null ? {} : { until }),
    })
  }
  return (
    <Dialog
      open
      onClose={() => askFor(null)}
      title={`Put ${ticket.code} on hold`}
      initialFocus={field}
      actions={
        <>
          <Button look="quiet" onClick={() => askFor(null)}>
            Cancel
          </Button>
          <Button look="primary" disabled={lacksReason} onClick={hold}>
            Put on hold
          </Button>
        </>
      }
    >
      <form
        className="hold-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!lacksReason) hold()
        }}
      >
        <div className="hold-until">
          <span aria-hidden="true">Hold</span>
          <Select
            label="Hold until"
            options={times.map(({ label }, index) => ({ value: String(index), label }))}
            value={chosen}
            onChange={setChosen}
          />
        </div>
        <TextField
          ref={field}
          label="Reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          hint={
            owesFirst
              ? 'The first reply is still owed. Its clock stops only for a reason that is kept on record.'
              : 'Only your team sees this.'
          }
        />
      </form>
    </Dialog>
  )
}
