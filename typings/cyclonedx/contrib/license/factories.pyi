from cyclonedx.model.license import License

class LicenseFactory:
    def make_from_string(self, value: str) -> License: ...
