//! A small server for dist/ on localhost, gzipped as static hosts do.

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::sizes::gzip;

const PORT: u16 = 4000;

/// Serves until interrupted; without a wish for a port, the first free one from 4000.
pub fn serve(port: Option<u16>) -> Result<()> {
    let ports = port.map_or(PORT..=PORT + 99, |port| port..=port);
    let server = ports
        .clone()
        .find_map(|port| Server::http(("127.0.0.1", port)).ok())
        .ok_or_else(|| anyhow!("No free port in {}-{}. Choose another with --port.", ports.start(), ports.end()))?;
    let port = server.server_addr().to_ip().map_or(PORT, |address| address.port());
    println!("Interphase is at http://localhost:{port}/ (Ctrl+C ends it)");
    for request in server.incoming_requests() {
        // A browser that goes away while it is answered is no reason to stop.
        let _ = answer(request);
    }
    Ok(())
}

fn answer(request: Request) -> Result<()> {
    let Some(file) = file(request.url()) else {
        return Ok(request.respond(Response::from_string("There is nothing here.").with_status_code(404))?);
    };
    let bytes = std::fs::read(&file)?;
    let accepts = |h: &Header| h.field.equiv("Accept-Encoding") && h.value.as_str().contains("gzip");
    let compressed = request.headers().iter().any(accepts);
    let body = if compressed { gzip(&bytes)? } else { bytes };
    let mut response = Response::from_data(body);
    for (name, value) in [("Content-Type", mime(&file)), ("Cache-Control", "no-cache")] {
        response.add_header(header(name, value)?);
    }
    if compressed {
        response.add_header(header("Content-Encoding", "gzip")?);
    }
    Ok(request.respond(response)?)
}

/// The file of dist/ that an address names, and none outside it.
fn file(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let found = Path::new("dist").join(path);
    let found = if found.is_dir() { found.join("index.html") } else { found };
    (inside && found.is_file()).then_some(found)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("ts" | "md" | "cff" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("{name}: {value} is no header"))
}
