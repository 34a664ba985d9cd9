import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { namedRole, type RoleName } from '#domain/memberTraits.ts';
import { isRightSet } from '#domain/rights.ts';
import type { RightsTable } from '#protocol/entities/chatSettings.ts';
import type { Right } from '#protocol/entities/rightBit.ts';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { Icon } from '#client/ui/Icon.tsx';

export type RightsGridProps = {
  table: RightsTable;
  rights: readonly Right[];
  /** absent: only the owner changes it */
  onChange?: ((cell: { role: number; right: Right; isOn: boolean }) => void) | undefined;
};

const roles = ['member', 'moderator', 'admin'] as const satisfies readonly RoleName[];

/** What each role may do: a row for each right, a column for each role. An owner may do everything. */
export function RightsGrid({ table, rights, onChange }: RightsGridProps) {
  const { t } = useTranslation();
  const headClass =
    'w-14 px-0 py-3 tracking-tight text-center text-12 font-semibold text-ink-soft wrap-anywhere hyphens-auto @xl:w-24';
  return (
    <div className="@container overflow-hidden rounded-card bg-surface-raised shadow-edge [--plane:var(--surface-raised)]">
      <table className="w-full table-fixed border-collapse text-13 @xl:text-15">
        <caption className="sr-only">{t('moderation.tab.rights')}</caption>
        <thead>
          <tr>
            <th scope="col" className="ps-3 pe-1 py-3 @xl:ps-4 text-start text-12 font-semibold text-ink-soft">
              {t('moderation.rights.right')}
            </th>
            {[...roles, 'owner' as const].map((role) => (
              <th key={role} scope="col" className={headClass}>
                {t(`moderation.rights.role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right} className="border-t border-line">
              <th scope="row" className="ps-3 pe-1 py-1.5 text-start font-normal wrap-anywhere @xl:ps-4">
                {t(`moderation.rights.name.${right}`)}
              </th>
              {roles.map((role) => (
                <td key={role} className="text-center align-middle">
                  <Cell
                    isOn={isRightSet(table, namedRole[role], right)}
                    label={t('moderation.rights.cell', {
                      role: t(`moderation.rights.role.${role}`),
                      right: t(`moderation.rights.name.${right}`),
                    })}
                    onChange={onChange && ((isOn) => onChange({ role: namedRole[role], right, isOn }))}
                  />
                </td>
              ))}
              <td className="text-center align-middle">
                <Mark isOn />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { isOn: boolean; label: string; onChange: ((isOn: boolean) => void) | undefined };

function Cell({ isOn, label, onChange }: CellProps) {
  if (!onChange) return <Mark isOn={isOn} />;
  return (
    <span className="inline-flex justify-center align-middle">
      <Checkbox isTicked={isOn} isLabelHidden label={label} onChange={onChange} />
    </span>
  );
}

/** A cell that cannot be changed here. */
function Mark({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  return (
    <span
      className={
        isOn
          ? 'inline-grid size-hit place-items-center align-middle text-ink-soft'
          : 'inline-grid size-hit place-items-center align-middle text-ink-faint'
      }
    >
      {isOn ? <Icon icon={Check} size={16} /> : <span aria-hidden>–</span>}
      <span className="sr-only">{t(isOn ? 'moderation.rights.yes' : 'moderation.rights.no')}</span>
    </span>
  );
}
