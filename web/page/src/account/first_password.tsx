import { ChangePassword } from "./change_password";

// At the first sign-in nothing else is possible until the password is one's own.
export function FirstPassword() {
  return <ChangePassword first />;
}
