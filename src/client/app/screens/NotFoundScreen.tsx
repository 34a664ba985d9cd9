import { NotFound } from '#client/features/errors/NotFound.tsx';

/** Every address that no screen has. */
export function NotFoundScreen() {
  return (
    <div className="grid h-full min-h-dvh min-w-0 flex-1 bg-surface-sunken tablet:min-h-0">
      <NotFound />
    </div>
  );
}
