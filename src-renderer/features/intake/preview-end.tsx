import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { cleanLine } from '../../desk/plain-text'
import { useSettings } from '../../desk/settings-store'
import { PriorityIcon } from '../../ui/priority-icon'
import { builtInWords, sampleWords } from './acknowledgement-words'
import type { PreviewRun } from './preview-run'
import { firstWords, Said } from './said'

/** The form is over: what the customer is told, and what the team has. */
export function PreviewEnd({ run }: { readonly run: PreviewRun }) {
  const { intake, promises } = useSettings(({ settings }) => settings)
  const priority = run.priority ?? 'medium'
  const words = intake.acknowledgement.en ?? builtInWords
  return (
    <>
      {intake.acknowledge.bot && (
        <Said side="bot">{sampleWords(words, { firstReplyMs: promises[priority].firstReplyMs })}</Said>
      )}
      <div className="preview-ticket">
        <h4>The ticket DSA312</h4>
        <dl>
          <dt>Title</dt>
          <dd className="clip">{firstWords}</dd>
          <dt>Priority</dt>
          <dd>
            <PriorityIcon priority={priority} />
            {priorityNames[priority]}
          </dd>
          {run.fields.map(({ key, label, value }) => (
            <Field key={key} label={label} value={String(value)} />
          ))}
        </dl>
      </div>
    </>
  )
}

function Field({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>
        <bdi className="clip">{cleanLine(label, 'No name')}</bdi>
      </dt>
      <dd>
        <bdi>{cleanLine(value)}</bdi>
      </dd>
    </>
  )
}
