import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import type { TicketPriority } from '../../../src-preload/contract/ticket'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { PriorityIcon } from '../../ui/priority-icon'
import { Select } from '../../ui/select'
import { FieldError, TextField } from '../../ui/text-field'
import { addOption } from './form-edits'

type Options = IntakeQuestion['options']

interface OptionListProps {
  readonly options: Options
  /** Offered beside each choice; null for questions that set none. */
  readonly priorities: readonly TicketPriority[] | null
  readonly errorOf: (field: string) => string | null
  readonly onChange: (options: Options, isTyping?: boolean) => void
  readonly onLeave: () => void
}

const none = 'none'

/** The buttons under a question, in order. */
export function OptionList({ options, priorities, errorOf, onChange, onLeave }: OptionListProps) {
  const labels = options.map((_, at) => errorOf(`options.${at}.label`))
  const whole = labels.some(Boolean) ? null : errorOf('options')
  const put = (at: number, change: Partial<Options[number]>, isTyping = false) =>
    onChange(
      options.map((option, place) => (place === at ? { ...option, ...change } : option)),
      isTyping,
    )

  function setPriority(at: number, priority: TicketPriority | typeof none) {
    onChange(
      options.map(({ value, label, ...rest }, place) =>
        place !== at
          ? { value, label, ...rest }
          : { value, label, ...(priority === none ? {} : { priority }) },
      ),
    )
  }

  function move(at: number, by: 1 | -1) {
    const moved = options[at]
    if (!moved) return
    const rest = options.filter((_, place) => place !== at)
    onChange([...rest.slice(0, at + by), moved, ...rest.slice(at + by)])
  }

  return (
    <fieldset className="options">
      <legend className="field-label">Buttons</legend>
      <ul>
        {options.map((option, at) => (
          <li key={option.value} className="option">
            <TextField
              label={`Button ${at + 1}`}
              hideLabel
              dir="auto"
              maxLength={40}
              value={option.label}
              error={labels[at]}
              onChange={(event) => put(at, { label: event.target.value }, true)}
              onBlur={onLeave}
            />
            {priorities && (
              <Select
                label={`Priority of button ${at + 1}`}
                value={option.priority ?? none}
                onChange={(priority) => setPriority(at, priority)}
                options={[
                  { value: none, label: 'Keeps the priority' },
                  ...[...priorities].reverse().map((priority) => ({
                    value: priority,
                    label: priorityNames[priority],
                    icon: <PriorityIcon priority={priority} />,
                  })),
                ]}
              />
            )}
            <IconButton
              label={`Move button ${at + 1} up`}
              icon={<ArrowUp size={14} />}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              label={`Move button ${at + 1} down`}
              icon={<ArrowDown size={14} />}
              disabled={at === options.length - 1}
              onClick={() => move(at, 1)}
            />
            <IconButton
              label={`Delete button ${at + 1}`}
              icon={<X size={14} />}
              onClick={() => onChange(options.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ul>
      {whole && <FieldError>{whole}</FieldError>}
      <Button
        size="small"
        icon={<Plus size={14} />}
        disabled={options.length >= 12}
        onClick={() => onChange(addOption(options))}
      >
        {options.length >= 12 ? 'Twelve are the most' : 'Add a button'}
      </Button>
    </fieldset>
  )
}
