import { type GroupRole, groupRoles } from '../../../src-preload/contract/account'
import { roleWords } from './group-roles'

interface RoleChoiceProps {
  readonly value: GroupRole
  readonly onChange: (role: GroupRole) => void
}

/** Who is in the group that a bot shall follow. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  return (
    <fieldset className="roles">
      <legend>Who is in the group?</legend>
      {groupRoles.map((role) => (
        <label key={role} className="role">
          <input type="radio" name="role" checked={value === role} onChange={() => onChange(role)} />
          <span>
            <b>{roleWords[role].title}</b>
            {roleWords[role].says}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
