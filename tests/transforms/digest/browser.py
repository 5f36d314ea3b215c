"""Headless Chromium through chromedriver, with the standard library alone: what a page is, not a mock of it."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_KEYS = {"Tab": 9, "Enter": 13}
_ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


def is_installed() -> bool:
    """Whether there is a Chromium to drive."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Browser:
    """One window. `show` loads a file at a width and in a colour scheme; `ask` evaluates an expression in it."""

    def __init__(self, address: str, profile: Path) -> None:
        options = {"args": [*_ARGUMENTS, f"--user-data-dir={profile}"], "binary": shutil.which("chromium")}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        self._address = address
        self._session = f"{address}/session/{_post(f'{address}/session', wanted)['sessionId']}"

    def show(self, page: Path, width: int, scheme: str, height: int = 900) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._devtools("Emulation.setEmulatedMedia", {"features": features})
        _post(f"{self._session}/url", {"url": page.as_uri()})

    def ask(self, expression: str) -> Any:
        return _post(f"{self._session}/execute/sync", {"script": f"return {expression}", "args": []})

    def run(self, script: str) -> None:
        """Run a script in the page, as a person at the console would."""
        _post(f"{self._session}/execute/sync", {"script": f"{script}\nwindow.axe = axe;", "args": []})

    def wait_for(self, promise: str) -> Any:
        """What a promise comes to."""
        script = f"const done = arguments[0]; {promise}.then(done, (error) => done(String(error)))"
        return _post(f"{self._session}/execute/async", {"script": script, "args": []})

    def press(self, key: str) -> None:
        """Press a key where the keyboard's focus is."""
        for kind in ("keyDown", "keyUp"):
            event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": _KEYS[key]}
            self._devtools("Input.dispatchKeyEvent", event)

    def print_as(self, media: str) -> None:
        """Show the page as it is printed, or as on a screen again."""
        self._devtools("Emulation.setEmulatedMedia", {"media": media})

    def picture(self, clip: dict[str, int] | None = None) -> bytes:
        """The page as PNG: whole, or a part of it by x, y, width, height and scale."""
        part = {"clip": clip} if clip else {}
        answer = self._devtools("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, **part})
        return base64.b64decode(answer["data"])

    def close(self) -> None:
        with urllib.request.urlopen(urllib.request.Request(self._session, method="DELETE"), timeout=30):
            pass

    def _devtools(self, command: str, arguments: dict[str, Any]) -> Any:
        return _post(f"{self._session}/goog/cdp/execute", {"cmd": command, "params": arguments})


@contextmanager
def open_browser(profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own, closed at the end."""
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        browser = Browser(f"http://127.0.0.1:{_port(driver)}", profile)
        try:
            yield browser
        finally:
            browser.close()
    finally:
        driver.terminate()
        driver.wait(10)
        assert driver.stdout is not None
        driver.stdout.close()


def _port(driver: subprocess.Popen[str]) -> int:
    assert driver.stdout is not None
    for line in driver.stdout:
        if "started successfully on port" in line:
            return int(line.rsplit(maxsplit=1)[-1].rstrip("."))
    raise RuntimeError("chromedriver did not start")


def _post(address: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["value"]
