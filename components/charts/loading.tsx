/** What stands over the last picture while the wanted one has to wait, and when it cannot come. */
export function LoadingBar({ share }: { share: number }) {
  return (
    <label className="figure-loading">
      <span>Loading what this setting needs</span>
      <progress max={1} value={share} />
    </label>
  );
}

export function LoadingFailure({ why, retry }: { why: string; retry: () => void }) {
  return (
    <>
      What this setting needs could not be loaded ({why}). The picture is still the one before.{' '}
      <button type="button" className="figure-retry" onClick={retry}>
        Try again
      </button>
    </>
  );
}
