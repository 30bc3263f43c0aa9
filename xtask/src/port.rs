//! Whether a port is free to serve on.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use anyhow::bail;

/// How many ports after a taken one are tried for a free one to name.
const TRIED: u16 = 100;

/// Fails where Trunk could not listen on this port, and says how to use another. Asked before anything is built: Trunk itself
/// finds out after the build, and does not say what to do.
pub fn refuse_taken(port: u16) -> anyhow::Result<()> {
    let Err(error) = listen(port) else {
        return Ok(());
    };
    let why = match error.kind() {
        ErrorKind::AddrInUse => {
            "is taken by another program, perhaps by another `cargo xtask serve`".to_owned()
        }
        _ => format!("cannot be used ({error})"),
    };
    bail!("port {port} {why}; use another: {}", another(port))
}

/// Listens for a moment where Trunk will: on the loopback address of IPv4, and on that of IPv6 where there is one.
fn listen(port: u16) -> io::Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let six = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
    match six {
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(error),
        _ => Ok(()),
    }
}

/// The command that serves on a port that is free now.
fn another(taken: u16) -> String {
    // A port below 1024 may be refused to everybody but root.
    let from = taken.max(1023);
    let mut near = (1..=TRIED).filter_map(|step| from.checked_add(step));
    match near.find(|port| listen(*port).is_ok()) {
        Some(port) => format!("`cargo xtask serve --port {port}`"),
        None => "`cargo xtask serve --port N`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_the_command_for_a_free_one() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = held.local_addr().unwrap().port();
        let message = refuse_taken(port).unwrap_err().to_string();
        assert!(
            message.starts_with(&format!("port {port} is taken")),
            "{message}"
        );
        assert!(message.contains("`cargo xtask serve --port "), "{message}");
        assert!(!message.contains(&format!("--port {port}`")), "{message}");
        drop(held);
        refuse_taken(port).unwrap();
    }

    #[test]
    fn the_last_ports_have_none_after_them() {
        assert_eq!(another(u16::MAX), "`cargo xtask serve --port N`");
    }
}
