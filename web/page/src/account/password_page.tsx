import { ChangePassword } from "./change_password";

export function PasswordPage() {
  return <ChangePassword />;
}
