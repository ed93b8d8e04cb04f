import { ChangePassword } from "./change_password";

// At the first sign-in nothing else is possible until the password is one's own; the page then starts afresh.
export function FirstPassword() {
  return <ChangePassword first done={() => location.reload()} />;
}
